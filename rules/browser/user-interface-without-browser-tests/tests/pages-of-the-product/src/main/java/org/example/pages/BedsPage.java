package org.example.pages;

public class BedsPage {
}
