using LegalAid.Store.Database;

namespace LegalAid.Store.Corps;

/// <summary>
/// How somebody of one county bids for a case of another (QDN-4.6b): the two narrow ways past row security. Both begin at a roster line of one's own and reach
/// only counties to which the same person said to be willing, while in the corps of the prefecture above them. What is answered is what is posted for everybody
/// to see; what is written is one bid and its line in that county's journal.
/// </summary>
internal static class BidsElsewhere
{
    private const string Own = "string_to_array(current_setting('app.offices', true), ',')::uuid[]";

    // Postings of other offices open to the person of one's own roster line at a moment.
    private const string Reached = $"""
        from memberships here
        join memberships there on there.person_id = here.person_id and there.office_id <> here.office_id and there.left_on is null and there.willing_from_elsewhere_on is not null
        join offices o on o.id = there.office_id
        join case_postings p on p.office_id = o.id and p.status = 'Open' and p.closes_at_utc > now_utc
        where here.id = asked and here.office_id = any ({Own}) and here.left_on is null
          and exists (
            select from corps_members c
            where c.person_id = here.person_id and c.office_id = o.parent_id
              and c.joined_on <= (now_utc at time zone 'Asia/Shanghai')::date and (c.left_on is null or c.left_on > (now_utc at time zone 'Asia/Shanghai')::date))
        """;

    public static string Sql => $"""
        create or replace function postings_elsewhere(asked uuid, now_utc timestamptz) returns table (
          id uuid, office text, kind text, stage text, cause text, requirement text, rate text, due_at_utc timestamptz, closes_at_utc timestamptz, seed_hash text, has_bid boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select p.id, o.name::text, p.kind::text, p.stage::text, p.cause::text, p.requirement::text, p.rate::text, p.due_at_utc, p.closes_at_utc, p.seed_hash::text,
            exists (select from posting_bids b where b.posting_id = p.id and b.membership_id = there.id and b.withdrawn_at_utc is null)
          {Reached}
        $$;
        create or replace function bid_elsewhere(asked uuid, asked_posting uuid, takes_back boolean, now_utc timestamptz) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found_bidder uuid; found_office uuid; found_case uuid;
        begin
          select there.id, p.office_id, p.case_id into found_bidder, found_office, found_case
          {Reached} and p.id = asked_posting;
          if found_bidder is null then
            return false;
          end if;
          if takes_back then
            update posting_bids b set withdrawn_at_utc = now_utc where b.posting_id = asked_posting and b.membership_id = found_bidder and b.withdrawn_at_utc is null;
          else
            insert into posting_bids (id, office_id, posting_id, membership_id, at_utc) values (gen_random_uuid(), found_office, asked_posting, found_bidder, now_utc)
            on conflict (posting_id, membership_id) do update set at_utc = excluded.at_utc, withdrawn_at_utc = null;
          end if;
          insert into journal_lines (id, at_utc, office_id, act, subject_id, details)
          values (gen_random_uuid(), now_utc, found_office, case when takes_back then 'BidTakenBack' else 'BidMade' end, found_case, json_build_object('posting', asked_posting)::text);
          return true;
        end $$;
        revoke all on function postings_elsewhere, bid_elsewhere from public;
        grant execute on function postings_elsewhere, bid_elsewhere to {Guards.AppRole};
        """;
}
