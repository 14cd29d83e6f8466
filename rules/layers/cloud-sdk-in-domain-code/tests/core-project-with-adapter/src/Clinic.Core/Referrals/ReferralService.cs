namespace Clinic.Core.Referrals
{
    public class ReferralService { }
}
