package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("classes are final, records or enums")
class Open {}
