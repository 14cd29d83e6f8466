package wards;

import javax.swing.JFrame;

public class Beds extends JFrame {
    public Beds() { setVisible(true); }
}
