package com.example;

public final class Unrelated {}
