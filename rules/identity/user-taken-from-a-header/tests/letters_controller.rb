class LettersController < ApplicationController
  def index
    # review: user-taken-from-a-header
    @letters = Letter.where(owner: request.headers["X-User-Id"])
  end

  def reviewed
    # review: user-taken-from-a-header
    head :forbidden if request.env["HTTP_X_USER_ROLE"] == "reader"
  end
end
