package com.example;

/** Found by its name only. */
public final class Euro {
    @Override
    public String toString() {
        return "EUR";
    }
}
