import javax.swing.JFrame;
import javax.swing.JOptionPane;

public class WardWindow extends JFrame {
  void open() {
    setVisible(true);
    JOptionPane.showConfirmDialog(this, "Discharge?");
  }
}
