import javax.swing.JFrame;
import javax.swing.JLabel;

public class Desk extends JFrame {
    public static void main(String[] arguments) {
        Desk desk = new Desk();
        desk.add(new JLabel("Ward"));
        desk.setVisible(true);
    }
}
