class PatientDemographics(db.Model):
    patient_id = Column(Integer, primary_key=True)
    last_name = Column(String)
    date_of_birth = Column(Date)
