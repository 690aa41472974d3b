package com.example;

/** What a migration reaches. */
enum Currencies {
    DEFAULT {
        @Override
        String code() {
            return "EUR";
        }
    };

    abstract String code();
}
