package org.example.server;
import org.example.client.Client;
public class Start {}
