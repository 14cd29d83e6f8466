package uk.example.ward;

import uk.example.ward.beds.EnableBeds;

@ComponentScan(basePackages = {"uk.example.ward", "uk.example.ward.internal"})
class App {
  static final String STORE_HOST = "records.ward.internal";
}
