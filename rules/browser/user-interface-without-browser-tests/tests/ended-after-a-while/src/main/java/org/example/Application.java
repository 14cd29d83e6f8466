package org.example;

public class Application {
  public static void main(String[] args) {
    Server.start();
  }
}
