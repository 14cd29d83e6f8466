exports.patient = (request, response) => {
  const staff = readPrincipal(request.headers);
  response.json(find(staff, request.params.id));
};
