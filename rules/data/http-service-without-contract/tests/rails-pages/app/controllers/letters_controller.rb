class LettersController < ApplicationController
  def create
    Rails.logger.info("sent #{letter.to_json}")
  end
end
