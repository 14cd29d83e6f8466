class Rotas
  def call
    Rota.where(open: true).update_all(open: false)
    ward.rotas.delete_all
    rota.update_columns(open: false)
    bed_history.seats.update_all(open: false)
  end
end
