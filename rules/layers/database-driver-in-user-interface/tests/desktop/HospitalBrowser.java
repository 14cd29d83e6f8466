package org.example.clinic.gui;

// ok: database-driver-in-user-interface
import java.sql.Time;
import java.time.LocalTime;
import javax.swing.JFrame;

public class HospitalBrowser extends JFrame {

    private Time opens = Time.valueOf(LocalTime.of(8, 0));
}
