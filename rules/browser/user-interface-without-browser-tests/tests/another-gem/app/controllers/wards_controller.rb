class WardsController < ApplicationController
end
