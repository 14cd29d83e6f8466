class Api::LettersController < ApplicationController
end
