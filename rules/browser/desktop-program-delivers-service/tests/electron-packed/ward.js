document.body.append("Ward");
