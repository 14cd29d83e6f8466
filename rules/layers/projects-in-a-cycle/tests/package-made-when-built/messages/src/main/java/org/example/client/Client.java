package org.example.client;
import org.example.server.messages.*;
public class Client {}
