import javax.swing.JFrame;
import javax.swing.JOptionPane;

public class SetupModem extends JFrame {
  public static void main(String[] args) {
    JOptionPane.showConfirmDialog(new SetupModem(), "Modem found. Confirm?");
  }
}
