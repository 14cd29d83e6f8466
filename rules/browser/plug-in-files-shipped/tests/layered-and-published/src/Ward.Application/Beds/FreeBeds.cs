namespace Ward.Application.Beds;

public sealed record FreeBeds(string Bay, int Count);
