package wards;

import java.awt.event.ActionEvent;
import javax.swing.JApplet;
import javax.swing.JFrame;
import javax.swing.JPanel;

public class Scan extends JApplet {
    private static class Pane extends JPanel { }

    public static void main(String[] given) {
        new JFrame("Scan").setVisible(true);
    }
}
