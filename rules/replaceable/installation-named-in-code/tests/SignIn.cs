public class SignIn
{
    // review: installation-named-in-code
    const string Authority = "https://login.microsoftonline.com/37c354b2-85b0-47f5-b222-07b48d774ee3/v2.0";
    const string Everyone = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
    const string Common = "https://login.microsoftonline.com/common/v2.0";
}
