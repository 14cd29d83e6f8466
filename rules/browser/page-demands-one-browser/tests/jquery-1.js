document.all.patient.value = "";
