def create
  reset_session
end
