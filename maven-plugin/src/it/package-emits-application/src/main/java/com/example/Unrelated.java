package com.example;

/** What no migration reaches. */
public final class Unrelated {}
