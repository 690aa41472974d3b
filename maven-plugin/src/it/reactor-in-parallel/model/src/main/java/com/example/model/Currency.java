package com.example.model;

/** What a migration of another module uses. */
public final class Currency {
    private Currency() {}

    /** The code of a new order's currency. */
    public static String first() {
        return "EUR";
    }
}
