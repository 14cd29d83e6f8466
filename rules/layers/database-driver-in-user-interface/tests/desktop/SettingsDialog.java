package org.example.clinic.gui;

// ok: database-driver-in-user-interface
import java.sql.Connection;
import javax.swing.JDialog;

public class SettingsDialog extends JDialog {

    private void check() {
        Databases.check(url.getText());
    }
}
