package uk.example.ward;

// ruleid: desktop-windows-in-code
import javax.swing.JFrame;

public class Ward extends JFrame {
}
