package example.screens;

import javax.swing.JFrame;

public class BedChooser extends JFrame {
}
