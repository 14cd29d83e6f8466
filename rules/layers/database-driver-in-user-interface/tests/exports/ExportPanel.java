package org.example.clinic.gui;

// ruleid: database-driver-in-user-interface
import java.sql.Connection;
import javax.swing.JPanel;

public class ExportPanel extends JPanel {

    private void export(Connection connection) throws Exception {
        connection.prepareStatement("SELECT surname FROM patient").executeQuery();
    }
}
