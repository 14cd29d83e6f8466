class Rotas
  def call
    Rota.where(open: true).update_all(open: false)
  end
end
