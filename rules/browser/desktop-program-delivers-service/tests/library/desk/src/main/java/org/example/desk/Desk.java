package org.example.desk;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.example.controls.DateField;

public class Desk extends Application {
    public void start(Stage stage) {
        stage.setScene(new Scene(new DateField()));
        stage.show();
    }
}
