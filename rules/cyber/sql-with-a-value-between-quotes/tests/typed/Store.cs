class Store
{
    void Delete(Guid id)
    {
        Run($"DELETE FROM letters WHERE id = '{id}'");
    }
}
