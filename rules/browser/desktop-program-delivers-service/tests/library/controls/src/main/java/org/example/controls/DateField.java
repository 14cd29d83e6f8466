package org.example.controls;

import javafx.scene.control.TextField;

public class DateField extends TextField {
}
