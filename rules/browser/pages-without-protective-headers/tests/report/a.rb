class A
  def b
    policy(1)
  end
end
