public class AllergyStore {
  void index() {
    try {
      run("CREATE INDEX allergy_patient ON allergy (patient)");
    }
    // ok: error-swallowed-in-clinical-code
    catch (Exception ex) {
    }
  }

  void save(String row) {
    try {
      run("CREATE TABLE IF NOT EXISTS allergy (id int)");
      run("INSERT INTO allergy VALUES " + row);
    }
    // review: error-swallowed-in-clinical-code
    catch (Exception ex) {
    }
  }
}
