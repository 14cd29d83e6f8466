function spell() {
  try {
    // ok: plug-in-called-from-script
    new ActiveXObject("ieSpell.ieSpellExtension").CheckAllLinkedDocuments(document);
  } catch (e) {}
}
