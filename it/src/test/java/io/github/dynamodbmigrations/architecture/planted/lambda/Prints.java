package io.github.dynamodbmigrations.architecture.planted.lambda;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("nothing prints or exits")
final class Prints {
    void print() {
        System.out.println();
    }
}
