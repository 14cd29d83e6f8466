package org.example.clinic.gui;

// ruleid: database-driver-in-user-interface
import javax.persistence.EntityManager;
import javax.swing.JFrame;

public class WardFrame extends JFrame {

    private void show(EntityManager manager) {
        list.setItems(manager.createQuery("from Bed").getResultList());
    }
}
