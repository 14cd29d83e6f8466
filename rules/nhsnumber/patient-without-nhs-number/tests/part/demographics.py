class PatientDemographics(db.Model):
    patient_id = Column(Integer, ForeignKey("patients.id"))
    patient = relationship("Patient")
    last_name = Column(String)
    date_of_birth = Column(Date)
