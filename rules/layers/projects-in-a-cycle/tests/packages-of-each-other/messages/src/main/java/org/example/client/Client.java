package org.example.client;
import org.example.server.*;
public class Client {}
