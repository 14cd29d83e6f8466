package org.example.clinic.gui;

import java.sql.Timestamp;
// ruleid: database-driver-in-user-interface
import java.sql.DriverManager;
import javax.swing.JFrame;

public class PatientBrowser extends JFrame {

    void read() throws Exception {
        DriverManager.getConnection("jdbc:mysql://clinic/oh").prepareStatement("SELECT * FROM PATIENT").execute();
    }
}
