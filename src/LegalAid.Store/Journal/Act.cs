namespace LegalAid.Store.Journal;

/// <summary>What was done: one word for each use case that writes.</summary>
public enum Act
{
    RosterImported = 1,
    HistoryImported,
    AbsenceRecorded,
    AbsenceEnded,
    PersonalDataRevealed,
    LetterRegistered,
    ApplicationTaken,
    AidGranted,
    AidRefused,
    ConflictRuled,
    AssignmentProposed,
    AssignmentApproved,
    AssignmentRejected,
    HandlerNamed,
    ReplySent,
    ReceiptRecorded,
    AccountCreated,
    SignedIn,
    SecondFactorEnabled,
    PasswordChanged,
    RegistryFileUploaded,
    AccountClosed,
    AccountReopened,
    PasswordReset,
    WillingnessRecorded,
    SignInFailed,
    MemberChanged,
}
