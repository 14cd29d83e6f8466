package org.example;

import javax.swing.JFrame;

public class WardBrowser extends JFrame {

    public static void main(String[] args) {
        new WardBrowser().setVisible(true);
    }
}
