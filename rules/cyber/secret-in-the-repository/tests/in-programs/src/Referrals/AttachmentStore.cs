namespace Referrals;

public sealed class AttachmentStore
{
    private const string Account =
        "DefaultEndpointsProtocol=https;AccountName=referralattachments;AccountKey=InventedForAttachmentsOfReferrals+OpensNothing/InventedForAttachmentsOfReferrals+Opens==;EndpointSuffix=core.windows.net";

    private readonly BlobServiceClient _client = new(Account);
}
