using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LegalAid.Store.Database.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deployment_facts",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deployment_facts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "holidays",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_working_day = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holidays", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "incoming_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    received_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    contact = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    registered_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    search_pieces = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    district = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    search_pieces = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    job = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ran_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    node = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => new { x.job, x.due_utc });
                });

            migrationBuilder.CreateTable(
                name: "licence_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    unnamed = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licence_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "list_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_list_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "list_publications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_list_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    book_code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    bureau_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    district = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    document_prefix = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.id);
                    table.ForeignKey(
                        name: "fk_offices_offices_parent_id",
                        column: x => x.parent_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "official_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    statement = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    record_source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    void_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_official_records", x => x.id);
                    table.CheckConstraint("ck_official_records_voided", "(voided_at_utc is null) = (void_reason is null)");
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    gender = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    born_on = table.Column<DateOnly>(type: "date", nullable: false),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(name, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    name_sound = table.Column<string>(type: "text", nullable: true),
                    search_pieces = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "renewal_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renewal_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_keys",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    location = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_keys", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "seals",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    sealed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unknown_sign_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    name_index = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_sign_ins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "adviser_relations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adviser_relations", x => x.id);
                    table.ForeignKey(
                        name: "fk_adviser_relations_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asks_for_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_offices_asks_for_id",
                        column: x => x.asks_for_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_api_keys_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "colour_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colour_lists", x => x.id);
                    table.CheckConstraint("ck_colour_lists_quarter", "quarter between 1 and 4 and (counts_to is null or counts_to >= counts_from)");
                    table.ForeignKey(
                        name: "fk_colour_lists_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_counters",
                columns: table => new
                {
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_counters", x => new { x.office_id, x.kind, x.year });
                    table.ForeignKey(
                        name: "fk_document_counters_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exam_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    options = table.Column<List<string>>(type: "text[]", nullable: false),
                    key = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    changed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    retired_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_exam_questions_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    opens_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closes_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    questions = table.Column<int>(type: "integer", nullable: false),
                    seed_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_seed = table.Column<byte[]>(type: "bytea", nullable: false),
                    planned_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exams", x => x.id);
                    table.CheckConstraint("ck_exams_window", "closes_at_utc > opens_at_utc and minutes > 0 and questions > 0");
                    table.ForeignKey(
                        name: "fk_exams_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lottery_commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    seed_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_seed = table.Column<byte[]>(type: "bytea", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lottery_commitments", x => x.id);
                    table.ForeignKey(
                        name: "fk_lottery_commitments_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_quiet_hours",
                columns: table => new
                {
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_quiet_hours", x => x.office_id);
                    table.ForeignKey(
                        name: "fk_office_quiet_hours_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnerships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnerships", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnerships_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partnerships_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recruitment_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    pools = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    for_corps = table.Column<bool>(type: "boolean", nullable: false),
                    opens_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closes_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    planned_lawyers = table.Column<int>(type: "integer", nullable: true),
                    planned_legal_workers = table.Column<int>(type: "integer", nullable: true),
                    notice_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    published_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_headcount = table.Column<int>(type: "integer", nullable: true),
                    results_published_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    objections_until = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    withdrawn_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recruitment_rounds", x => x.id);
                    table.CheckConstraint("ck_recruitment_rounds_results", "(status = 'ResultsPublished') = (results_published_at_utc is not null)");
                    table.CheckConstraint("ck_recruitment_rounds_window", "closes_at_utc is null or closes_at_utc > opens_at_utc");
                    table.CheckConstraint("ck_recruitment_rounds_withdrawn", "(status = 'Withdrawn') = (withdrawn_reason is not null)");
                    table.ForeignKey(
                        name: "fk_recruitment_rounds_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registry_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    imported_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_registry_uploads_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rotation_queues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    turn = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotation_queues", x => x.id);
                    table.ForeignKey(
                        name: "fk_rotation_queues_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    closed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stations", x => x.id);
                    table.ForeignKey(
                        name: "fk_stations_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    lecturer = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    lecturer_unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starts_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sign_in_from_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hour_tenths = table.Column<int>(type: "integer", nullable: false),
                    induction = table.Column<bool>(type: "boolean", nullable: false),
                    invited = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    planned_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    cancelled_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_events", x => x.id);
                    table.CheckConstraint("ck_training_events_times", "ends_at_utc > starts_at_utc and sign_in_from_utc <= starts_at_utc and hour_tenths > 0");
                    table.ForeignKey(
                        name: "fk_training_events_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corps_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corps_members", x => x.id);
                    table.CheckConstraint("ck_corps_members_days", "left_on is null or left_on > joined_on");
                    table.ForeignKey(
                        name: "fk_corps_members_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corps_members_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    roster_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    roster_gender = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    licence_number = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    first_licensed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    intents = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    willing_from_elsewhere_on = table.Column<DateOnly>(type: "date", nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    education = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    employer = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    experience_as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    criminal_cases = table.Column<int>(type: "integer", nullable: false),
                    first_criminal_case_on = table.Column<DateOnly>(type: "date", nullable: true),
                    prior_aid_cases = table.Column<int>(type: "integer", nullable: false),
                    prior_aid_cases_last_year = table.Column<int>(type: "integer", nullable: false),
                    specialities = table.Column<List<string>>(type: "text[]", nullable: false),
                    minors_specialist = table.Column<bool>(type: "boolean", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mentor_named_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_aid_case_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_aid_case_here_on = table.Column<DateOnly>(type: "date", nullable: true),
                    qualified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    list_consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    list_consent_said_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    roster_name_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(roster_name, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    roster_name_sound = table.Column<string>(type: "text", nullable: true),
                    shown_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, defaultValue: "", collation: "zh-x-icu"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.CheckConstraint("ck_memberships_merged", "merged_into_id is null or (left_on is not null and merged_into_id <> id)");
                    table.ForeignKey(
                        name: "fk_memberships_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_memberships_mentor_id",
                        column: x => x.mentor_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_memberships_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_rows",
                columns: table => new
                {
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seal_number = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_rows", x => new { x.row_id, x.at_utc });
                    table.ForeignKey(
                        name: "fk_sealed_rows_seals_seal_number",
                        column: x => x.seal_number,
                        principalTable: "seals",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at_utc_before = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closes_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_extensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_extensions_recruitment_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reconciliation_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    stated_rows = table.Column<int>(type: "integer", nullable: true),
                    read_rows = table.Column<int>(type: "integer", nullable: false),
                    taken_rows = table.Column<int>(type: "integer", nullable: false),
                    stated_sum_hundredths = table.Column<long>(type: "bigint", nullable: true),
                    taken_sum_hundredths = table.Column<long>(type: "bigint", nullable: true),
                    explanation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliation_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_reconciliation_lines_registry_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "registry_uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lottery_draws",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    list_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    entries = table.Column<List<string>>(type: "text[]", nullable: false),
                    first_position = table.Column<int>(type: "integer", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lottery_draws", x => x.id);
                    table.ForeignKey(
                        name: "fk_lottery_draws_lottery_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "lottery_commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lottery_draws_rotation_queues_queue_id",
                        column: x => x.queue_id,
                        principalTable: "rotation_queues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    station_id = table.Column<Guid>(type: "uuid", nullable: true),
                    practises_at_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    spent_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officers", x => x.id);
                    table.ForeignKey(
                        name: "fk_officers_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_officers_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    voided_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    end_told_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.CheckConstraint("ck_absences_days", "last_day is null or last_day >= first_day");
                    table.CheckConstraint("ck_absences_voided", "(voided_at_utc is null) = (voided_reason is null)");
                    table.ForeignKey(
                        name: "fk_absences_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "activity_participations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    voided_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_participations", x => x.id);
                    table.CheckConstraint("ck_activity_participations_voided", "(voided_at_utc is null) = (voided_reason is null)");
                    table.ForeignKey(
                        name: "fk_activity_participations_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "brought_forwards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    period_from = table.Column<DateOnly>(type: "date", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brought_forwards", x => x.id);
                    table.ForeignKey(
                        name: "fk_brought_forwards_brought_forwards_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "brought_forwards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_brought_forwards_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_brought_forwards_registry_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "registry_uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stage = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    cause = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    received_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    previous_stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notification_ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    scope_ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    hardship_basis = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    flags = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    headcount = table.Column<int>(type: "integer", nullable: false),
                    helped_by_institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    helped_by_station = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    station_id = table.Column<Guid>(type: "uuid", nullable: true),
                    station_taken_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    helped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    help_given = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    wished_institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wished_membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wish_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    needed_language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    needed_gender = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true),
                    needs_barrier_free = table.Column<bool>(type: "boolean", nullable: false),
                    party_places = table.Column<List<string>>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decision_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    examination_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    own_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    statutory_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    next_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    void_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    search_pieces = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_headcount", "headcount >= 1");
                    table.ForeignKey(
                        name: "fk_cases_cases_previous_stage_id",
                        column: x => x.previous_stage_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_incoming_letters_letter_id",
                        column: x => x.letter_id,
                        principalTable: "incoming_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_institutions_helped_by_institution_id",
                        column: x => x.helped_by_institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_institutions_wished_institution_id",
                        column: x => x.wished_institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_memberships_wished_membership_id",
                        column: x => x.wished_membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coloured_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    colour = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coloured_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_coloured_members_colour_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "colour_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coloured_members_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corps_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corps_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_corps_proposals_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corps_proposals_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entry_updates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    new_phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    new_address = table.Column<byte[]>(type: "bytea", nullable: true),
                    specialities = table.Column<List<string>>(type: "text[]", nullable: true),
                    languages = table.Column<List<string>>(type: "text[]", nullable: true),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_updates", x => x.id);
                    table.CheckConstraint("ck_entry_updates_decided", "(status = 'Waiting') = (decided_by_id is null)");
                    table.CheckConstraint("ck_entry_updates_something", "num_nonnulls(new_phone, new_address, specialities, languages) > 0");
                    table.ForeignKey(
                        name: "fk_entry_updates_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exam_sittings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exam_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    started_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    list_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    paper = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<string>(type: "text", nullable: true),
                    handed_in_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: true),
                    passed = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_sittings", x => x.id);
                    table.CheckConstraint("ck_exam_sittings_scored", "num_nulls(given, handed_in_at_utc, score, passed) in (0, 4) and score between 0 and 100");
                    table.ForeignKey(
                        name: "fk_exam_sittings_exams_exam_id",
                        column: x => x.exam_id,
                        principalTable: "exams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exam_sittings_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handler_suggestions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    naming = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handler_suggestions", x => x.id);
                    table.ForeignKey(
                        name: "fk_handler_suggestions_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "licence_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    check_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reported_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reported_late = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licence_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_licence_findings_licence_checks_check_id",
                        column: x => x.check_id,
                        principalTable: "licence_checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_licence_findings_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_merges", x => x.id);
                    table.CheckConstraint("ck_member_merges_decided", "(status = 'Waiting') = (decided_by_id is null)");
                    table.CheckConstraint("ck_member_merges_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
                    table.CheckConstraint("ck_member_merges_two_records", "kept_id <> merged_id");
                    table.ForeignKey(
                        name: "fk_member_merges_memberships_kept_id",
                        column: x => x.kept_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_merges_memberships_merged_id",
                        column: x => x.merged_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_ties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    relation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    represents = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    authority = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    matter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    other_party = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    capacity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    interest = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    helped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    name_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(name, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    name_sound = table.Column<string>(type: "text", nullable: true),
                    other_party_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(other_party, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    other_party_sound = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_ties", x => x.id);
                    table.ForeignKey(
                        name: "fk_member_ties_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    takes_effect_on = table.Column<DateOnly>(type: "date", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    becomes_kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    employer = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    wanted = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    loses_pools = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    loses_intents = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    planned_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    settled_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    refusals = table.Column<List<string>>(type: "text[]", nullable: false),
                    refusal_clauses = table.Column<List<string>>(type: "text[]", nullable: false),
                    noted_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_changes", x => x.id);
                    table.CheckConstraint("ck_planned_changes_settled", "(status = 'Pending') = (settled_at_utc is null)");
                    table.CheckConstraint("ck_planned_changes_target", "(kind = 'Firm') = (wanted is null) and (kind <> 'Firm' or num_nonnulls(institution_id, becomes_kind) = 1)");
                    table.CheckConstraint("ck_planned_changes_withdrawn", "status <> 'Withdrawn' or withdrawn_reason is not null");
                    table.ForeignKey(
                        name: "fk_planned_changes_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planned_changes_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pool_exits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    lost_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    applied_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applied_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_exits", x => x.id);
                    table.CheckConstraint("ck_pool_exits_decided", "(status in ('Waiting', 'Overtaken')) = (decided_by_id is null)");
                    table.ForeignKey(
                        name: "fk_pool_exits_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pool_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_pool_files_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pool_removals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left_on_before = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_removals", x => x.id);
                    table.CheckConstraint("ck_pool_removals_two_persons", "proposed_by_id <> decided_by_id");
                    table.ForeignKey(
                        name: "fk_pool_removals_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pool_standings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pool = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_standings", x => x.id);
                    table.CheckConstraint("ck_pool_standings_days", "left_on is null or left_on >= entered_on");
                    table.CheckConstraint("ck_pool_standings_one_pool", "pool in ('Duty', 'Cases')");
                    table.ForeignKey(
                        name: "fk_pool_standings_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prior_matters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stage = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recipient = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    opponent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handler_changes = table.Column<int>(type: "integer", nullable: false),
                    opponent_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(opponent, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    opponent_sound = table.Column<string>(type: "text", nullable: true),
                    recipient_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(recipient, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    recipient_sound = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prior_matters", x => x.id);
                    table.CheckConstraint("ck_prior_matters_closed", "closed_on is null or closed_on >= assigned_on");
                    table.ForeignKey(
                        name: "fk_prior_matters_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_prior_matters_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "probations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    companion_id = table.Column<Guid>(type: "uuid", nullable: true),
                    extensions = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    assessed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    conclusion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reminded_of = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_probations", x => x.id);
                    table.CheckConstraint("ck_probations_days", "ends_on >= starts_on and companion_id <> membership_id");
                    table.ForeignKey(
                        name: "fk_probations_memberships_companion_id",
                        column: x => x.companion_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_probations_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quality_grades",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    assessed_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level_order = table.Column<int>(type: "integer", nullable: false),
                    grade = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_grades", x => x.id);
                    table.ForeignKey(
                        name: "fk_quality_grades_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "queue_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    balance_millionths = table.Column<long>(type: "bigint", nullable: false),
                    drawn_order = table.Column<int>(type: "integer", nullable: false),
                    waiting_since_turn = table.Column<long>(type: "bigint", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue_places", x => x.id);
                    table.CheckConstraint("ck_queue_places_one_holder", "num_nonnulls(institution_id, membership_id) = 1");
                    table.ForeignKey(
                        name: "fk_queue_places_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_queue_places_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_queue_places_rotation_queues_queue_id",
                        column: x => x.queue_id,
                        principalTable: "rotation_queues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removal_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    cited = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: false),
                    heard_through = table.Column<DateOnly>(type: "date", nullable: false),
                    statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    stated_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    institution_served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    objection = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    objected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    undone_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_proposals", x => x.id);
                    table.CheckConstraint("ck_removal_proposals_decided", "(status = 'Waiting') = (decided_by_id is null)");
                    table.CheckConstraint("ck_removal_proposals_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_removal_proposals_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "renewals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corps_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    outcome = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renewals", x => x.id);
                    table.CheckConstraint("ck_renewals_decided", "(outcome = 'Waiting') = (decided_by_id is null)");
                    table.CheckConstraint("ck_renewals_one_subject", "num_nonnulls(membership_id, corps_member_id) = 1");
                    table.ForeignKey(
                        name: "fk_renewals_corps_members_corps_member_id",
                        column: x => x.corps_member_id,
                        principalTable: "corps_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_renewals_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_renewals_renewal_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "renewal_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acting_authorities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    decides_proposals = table.Column<bool>(type: "boolean", nullable: false),
                    revokes = table.Column<bool>(type: "boolean", nullable: false),
                    decides_recusals = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acting_authorities", x => x.id);
                    table.CheckConstraint("ck_acting_authorities_days", "last_day >= first_day");
                    table.CheckConstraint("ck_acting_authorities_two_persons", "officer_id <> principal_id and officer_id <> granted_by_id");
                    table.ForeignKey(
                        name: "fk_acting_authorities_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acting_authorities_officers_principal_id",
                        column: x => x.principal_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_choices",
                columns: table => new
                {
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channels = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    mail = table.Column<byte[]>(type: "bytea", nullable: true),
                    we_chat_work_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_choices", x => x.officer_id);
                    table.ForeignKey(
                        name: "fk_contact_choices_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_claims_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_officer_logins_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_officer_tokens_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pool_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    gender = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    @as = table.Column<string>(name: "as", type: "character varying(100)", maxLength: 100, nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    employer = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    licence_number = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: true),
                    first_licensed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    qualified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_criminal_case_on = table.Column<DateOnly>(type: "date", nullable: true),
                    criminal_cases = table.Column<int>(type: "integer", nullable: false),
                    prior_aid_cases = table.Column<int>(type: "integer", nullable: false),
                    intents = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    pools = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    political_status = table.Column<byte[]>(type: "bytea", nullable: true),
                    education = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    specialities = table.Column<List<string>>(type: "text[]", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    declared_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    party_discipline = table.Column<bool>(type: "boolean", nullable: true),
                    consents_to_list = table.Column<bool>(type: "boolean", nullable: true),
                    handed_over_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    institution_opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    endorsed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    endorsed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    submitted_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    complete_by_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corps_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_applications", x => x.id);
                    table.CheckConstraint("ck_pool_applications_admitted", "(status = 'Admitted') = (num_nonnulls(membership_id, corps_member_id) > 0)");
                    table.CheckConstraint("ck_pool_applications_submitted", "status not in ('Submitted', 'Selected', 'Refused', 'Admitted') or submitted_at_utc is not null");
                    table.ForeignKey(
                        name: "fk_pool_applications_corps_members_corps_member_id",
                        column: x => x.corps_member_id,
                        principalTable: "corps_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pool_applications_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pool_applications_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pool_applications_officers_applicant_id",
                        column: x => x.applicant_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pool_applications_recruitment_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    role_before = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_requests", x => x.id);
                    table.CheckConstraint("ck_role_requests_two_persons", "decided_by_id is null or (decided_by_id <> asked_by_id and decided_by_id <> account_id)");
                    table.ForeignKey(
                        name: "fk_role_requests_officers_account_id",
                        column: x => x.account_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_attendances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    guest_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    guest_unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corps_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_in_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sign_in_told_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sign_in_arrived_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_in_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    make_up_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    make_up_sent_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    made_up = table.Column<bool>(type: "boolean", nullable: false),
                    ruled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_attendances", x => x.id);
                    table.CheckConstraint("ck_training_attendances_guest", "num_nonnulls(membership_id, officer_id, corps_member_id) <= 1");
                    table.CheckConstraint("ck_training_attendances_made_up", "not (made_up and make_up_sent_at_utc is null)");
                    table.CheckConstraint("ck_training_attendances_member_or_guest", "(membership_id is null) <> (guest_name is null) and (guest_name is null) = (guest_unit is null)");
                    table.ForeignKey(
                        name: "fk_training_attendances_corps_members_corps_member_id",
                        column: x => x.corps_member_id,
                        principalTable: "corps_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_attendances_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_attendances_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_attendances_training_events_event_id",
                        column: x => x.event_id,
                        principalTable: "training_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leave_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leave_requests", x => x.id);
                    table.CheckConstraint("ck_leave_requests_absence", "(status = 'Granted') = (absence_id is not null)");
                    table.CheckConstraint("ck_leave_requests_days", "last_day >= first_day");
                    table.CheckConstraint("ck_leave_requests_decided", "(status in ('Granted', 'Refused')) = (decided_by_id is not null)");
                    table.ForeignKey(
                        name: "fk_leave_requests_absences_absence_id",
                        column: x => x.absence_id,
                        principalTable: "absences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leave_requests_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_organisation = table.Column<bool>(type: "boolean", nullable: false),
                    identity_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    removed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    name_shape = table.Column<string>(type: "text", nullable: true, computedColumnSql: "translate(name, '丘亳俶候傅免入冶冼凤刁吴喆堃墓士嬴寧峡峯嶽已巳干弋慕戌戍扬拆搏昇暧暮曰末毋泠濬燿璿瓊甯睛祇祐祟竖粱羣肖荼菅鍾鐘钩锺闫·•・‧∙․.．。 　-－''’', '邱毫淑侯付兔人治洗风刀昊哲坤幕土赢宁陕峰岳己己千戈幕戊戊杨折博升暖幕日未母冷浚耀璇琼宁晴祗佑崇坚梁群萧茶管钟钟钧钟阎')", stored: true),
                    name_sound = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_parties_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_postings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stage = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    cause = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    requirement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    rate = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    opened_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closes_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    seed_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_seed = table.Column<byte[]>(type: "bytea", nullable: false),
                    best_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    chosen_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    seed = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    drawn = table.Column<List<string>>(type: "text[]", nullable: false),
                    drawn_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    list_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_postings", x => x.id);
                    table.CheckConstraint("ck_case_postings_chosen", "status = 'Withdrawn' or (status = 'Chosen') = (chosen_by_id is not null)");
                    table.CheckConstraint("ck_case_postings_drawn", "(seed is null) = (list_hash is null)");
                    table.CheckConstraint("ck_case_postings_withdrawn", "(status = 'Withdrawn') = (withdrawn_by_id is not null)");
                    table.ForeignKey(
                        name: "fk_case_postings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_postings_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_reservations", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_reservations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_reservations_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_back_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_reviews_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_reviews_officers_reviewer_id",
                        column: x => x.reviewer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    given_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    both_sides = table.Column<bool>(type: "boolean", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    withdrawn_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_consents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_rulings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    same_person = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_rulings", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_rulings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corps_proposal_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corps_proposal_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_corps_proposal_answers_corps_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "corps_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corps_proposal_answers_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corps_proposal_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corps_proposal_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_corps_proposal_files_corps_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "corps_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exam_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    examined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    sitting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_exam_results_exam_sittings_sitting_id",
                        column: x => x.sitting_id,
                        principalTable: "exam_sittings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exam_results_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "queue_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    turn = table.Column<long>(type: "bigint", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share_millionths = table.Column<long>(type: "bigint", nullable: false),
                    paid_millionths = table.Column<long>(type: "bigint", nullable: false),
                    balance_after_millionths = table.Column<long>(type: "bigint", nullable: false),
                    waited_since_turn = table.Column<long>(type: "bigint", nullable: false),
                    is_reversal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_queue_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_queue_entries_queue_places_place_id",
                        column: x => x.place_id,
                        principalTable: "queue_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removal_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    issued_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_removal_papers_removal_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "removal_proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    step = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    proposal_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    out_of_turn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    passed_over = table.Column<List<string>>(type: "text[]", nullable: false),
                    deciding_body = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    discussed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    report_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reported_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_under_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_under_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    sets_aside = table.Column<bool>(type: "boolean", nullable: false),
                    awaits_ruling = table.Column<bool>(type: "boolean", nullable: false),
                    naming_due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    named_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    notice_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reply_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    replied_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    receipt_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    receipt_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.CheckConstraint("ck_assignments_discussion_first", "report_number is null or discussed_at_utc is not null");
                    table.CheckConstraint("ck_assignments_report_first", "deciding_body <> 'BureauAfterDiscussion' or decided_by_id is null or report_number is not null");
                    table.CheckConstraint("ck_assignments_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_assignments_acting_authorities_decided_under_id",
                        column: x => x.decided_under_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_acting_authorities_undone_under_id",
                        column: x => x.undone_under_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "admission_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    assessed_by = table.Column<byte[]>(type: "bytea", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    remark = table.Column<byte[]>(type: "bytea", nullable: true),
                    file_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    file_bytes = table.Column<int>(type: "integer", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admission_assessments", x => x.id);
                    table.CheckConstraint("ck_admission_assessments_file", "(file is null) = (file_type is null)");
                    table.ForeignKey(
                        name: "fk_admission_assessments_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_papers_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_recusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_recusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_recusals_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_application_recusals_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "career_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    statement = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    removed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_career_lines", x => x.id);
                    table.CheckConstraint("ck_career_lines_days", "last_day is null or last_day >= first_day");
                    table.ForeignKey(
                        name: "fk_career_lines_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    replaced_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reminded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    replied_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reply = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    replied_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_requests", x => x.id);
                    table.CheckConstraint("ck_opinion_requests_reply", "num_nonnulls(replied_at_utc, reply, replied_by) in (0, 3)");
                    table.ForeignKey(
                        name: "fk_opinion_requests_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "result_objections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    statement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    raisers_contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    upheld = table.Column<bool>(type: "boolean", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_objections", x => x.id);
                    table.CheckConstraint("ck_result_objections_answer", "num_nonnulls(upheld, answer, answered_by_id, answered_at_utc) in (0, 4)");
                    table.ForeignKey(
                        name: "fk_result_objections_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_result_objections_recruitment_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_minutes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    selected = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    over_quota_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_minutes", x => x.id);
                    table.ForeignKey(
                        name: "fk_selection_minutes_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_minutes_recruitment_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vetting_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    met = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vetting_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_vetting_confirmations_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "make_up_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attendance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_make_up_proofs", x => x.id);
                    table.ForeignKey(
                        name: "fk_make_up_proofs_training_attendances_attendance_id",
                        column: x => x.attendance_id,
                        principalTable: "training_attendances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recipient_accesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    spent_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient_accesses", x => x.id);
                    table.ForeignKey(
                        name: "fk_recipient_accesses_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    other = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    declared_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_under_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusals", x => x.id);
                    table.CheckConstraint("ck_recusals_no_own_decision", "decided_by_id is null or (decided_by_id <> officer_id and decided_by_id <> reported_by_id)");
                    table.ForeignKey(
                        name: "fk_recusals_acting_authorities_decided_under_id",
                        column: x => x.decided_under_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recusals_case_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recusals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recusals_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: true),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    posting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    has_legal_effect = table.Column<bool>(type: "boolean", nullable: false),
                    due_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    written_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    routed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.CheckConstraint("ck_notices_one_addressee", "num_nonnulls(officer_id, institution_id, membership_id, party_id) = 1");
                    table.CheckConstraint("ck_notices_one_subject", "num_nonnulls(case_id, round_id) <= 1");
                    table.ForeignKey(
                        name: "fk_notices_acting_authorities_authority_id",
                        column: x => x.authority_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_case_postings_posting_id",
                        column: x => x.posting_id,
                        principalTable: "case_postings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_pool_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "pool_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_recruitment_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posting_bids",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    posting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posting_bids", x => x.id);
                    table.ForeignKey(
                        name: "fk_posting_bids_case_postings_posting_id",
                        column: x => x.posting_id,
                        principalTable: "case_postings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posting_bids_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_declines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    declined_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declined_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ruled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ruled_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ruled_under_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ruling_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    conduct_matter = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_declines", x => x.id);
                    table.CheckConstraint("ck_assignment_declines_ruled", "(status = 'Waiting') = (ruled_by_id is null)");
                    table.ForeignKey(
                        name: "fk_assignment_declines_acting_authorities_ruled_under_id",
                        column: x => x.ruled_under_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_declines_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_handlers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_handlers", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_handlers_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_handlers_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collective_discussions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opinions = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    conclusion = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collective_discussions", x => x.id);
                    table.ForeignKey(
                        name: "fk_collective_discussions_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_under_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_reports", x => x.id);
                    table.CheckConstraint("ck_conflict_reports_decided", "(status = 'Waiting') = (decided_by_id is null)");
                    table.ForeignKey(
                        name: "fk_conflict_reports_acting_authorities_decided_under_id",
                        column: x => x.decided_under_id,
                        principalTable: "acting_authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_reports_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_reports_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issued_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    issued_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issued_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_issued_papers_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_receptions_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shortage_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    missing = table.Column<List<string>>(type: "text[]", nullable: false),
                    raised_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortage_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_shortage_notices_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shortage_notices_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_readings",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_readings", x => new { x.notice_id, x.officer_id });
                    table.ForeignKey(
                        name: "fk_notice_readings_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_sendings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    proof = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    fault = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_sendings", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_sendings_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conduct_matters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    clause = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decline_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    finding = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    statement = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    stated_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stated_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    measure = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    closing_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conduct_matters", x => x.id);
                    table.CheckConstraint("ck_conduct_matters_closed", "(closed_at_utc is null) = (closed_by_id is null)");
                    table.CheckConstraint("ck_conduct_matters_source", "(source = 'UnjustifiedDecline') = (decline_id is not null) and (decline_id is not null or num_nonnulls(finding, assignment_id) = 2)");
                    table.ForeignKey(
                        name: "fk_conduct_matters_assignment_declines_decline_id",
                        column: x => x.decline_id,
                        principalTable: "assignment_declines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conduct_matters_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conduct_matters_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conduct_matters_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conduct_matters_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conduct_matters_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decline_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decline_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_decline_evidence_assignment_declines_decline_id",
                        column: x => x.decline_id,
                        principalTable: "assignment_declines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussion_attendees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    discussion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion_attendees", x => x.id);
                    table.ForeignKey(
                        name: "fk_discussion_attendees_collective_discussions_discussion_id",
                        column: x => x.discussion_id,
                        principalTable: "collective_discussions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_membership_id",
                table: "absences",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_acting_authorities_office_id_letter_number",
                table: "acting_authorities",
                columns: new[] { "office_id", "letter_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acting_authorities_officer_id_last_day",
                table: "acting_authorities",
                columns: new[] { "officer_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_acting_authorities_principal_id",
                table: "acting_authorities",
                column: "principal_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_participations_membership_id",
                table: "activity_participations",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_participations_office_id_membership_id_held_on",
                table: "activity_participations",
                columns: new[] { "office_id", "membership_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_admission_assessments_application_id_recorded_at_utc",
                table: "admission_assessments",
                columns: new[] { "application_id", "recorded_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_adviser_relations_institution_id",
                table: "adviser_relations",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_adviser_relations_office_id_client",
                table: "adviser_relations",
                columns: new[] { "office_id", "client" });

            migrationBuilder.CreateIndex(
                name: "ix_adviser_relations_office_id_institution_id",
                table: "adviser_relations",
                columns: new[] { "office_id", "institution_id" });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_asks_for_id",
                table: "api_keys",
                column: "asks_for_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_key_hash",
                table: "api_keys",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_office_id_name",
                table: "api_keys",
                columns: new[] { "office_id", "name" },
                unique: true,
                filter: "revoked_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_application_papers_one_current",
                table: "application_papers",
                columns: new[] { "application_id", "kind" },
                unique: true,
                filter: "replaced_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_application_recusals_application_id_officer_id",
                table: "application_recusals",
                columns: new[] { "application_id", "officer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_recusals_officer_id",
                table: "application_recusals",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_declines_assignment_id",
                table: "assignment_declines",
                column: "assignment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignment_declines_office_id_status_declined_at_utc",
                table: "assignment_declines",
                columns: new[] { "office_id", "status", "declined_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_declines_ruled_under_id",
                table: "assignment_declines",
                column: "ruled_under_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_decided_under_id",
                table: "assignments",
                column: "decided_under_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_institution_id",
                table: "assignments",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_membership_id",
                table: "assignments",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_office_id_institution_id",
                table: "assignments",
                columns: new[] { "office_id", "institution_id" });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_office_id_status_proposed_at_utc",
                table: "assignments",
                columns: new[] { "office_id", "status", "proposed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_one_live_per_case",
                table: "assignments",
                column: "case_id",
                unique: true,
                filter: "status <> 'Rejected' and status <> 'Withdrawn' and status <> 'Revoked'");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_undone_under_id",
                table: "assignments",
                column: "undone_under_id");

            migrationBuilder.CreateIndex(
                name: "ix_brought_forwards_one_first",
                table: "brought_forwards",
                columns: new[] { "membership_id", "kind", "period_from" },
                unique: true,
                filter: "replaces_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_brought_forwards_replaces_id",
                table: "brought_forwards",
                column: "replaces_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_brought_forwards_upload_id",
                table: "brought_forwards",
                column: "upload_id");

            migrationBuilder.CreateIndex(
                name: "ix_career_lines_application_id",
                table: "career_lines",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_handlers_assignment_id_membership_id",
                table: "case_handlers",
                columns: new[] { "assignment_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_handlers_membership_id",
                table: "case_handlers",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_handlers_one_lead",
                table: "case_handlers",
                column: "assignment_id",
                unique: true,
                filter: "role = 'Lead'");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_case_id",
                table: "case_parties",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_identity_index",
                table: "case_parties",
                column: "identity_index");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_name_shape",
                table: "case_parties",
                column: "name_shape");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_name_sound",
                table: "case_parties",
                column: "name_sound");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_office_id_identity_index",
                table: "case_parties",
                columns: new[] { "office_id", "identity_index" });

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_office_id_name",
                table: "case_parties",
                columns: new[] { "office_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_case_postings_office_id_status_closes_at_utc",
                table: "case_postings",
                columns: new[] { "office_id", "status", "closes_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_case_postings_one_that_stands",
                table: "case_postings",
                column: "case_id",
                unique: true,
                filter: "status <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_case_reservations_case_id",
                table: "case_reservations",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_reservations_officer_id",
                table: "case_reservations",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_reviews_office_id_reviewer_id_due_on",
                table: "case_reviews",
                columns: new[] { "office_id", "reviewer_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_reviews_one_standing",
                table: "case_reviews",
                columns: new[] { "case_id", "reviewer_id" },
                unique: true,
                filter: "taken_back_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_reviews_reviewer_id",
                table: "case_reviews",
                column: "reviewer_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_helped_by_institution_id",
                table: "cases",
                column: "helped_by_institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_letter_id",
                table: "cases",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_office_id_matter_id",
                table: "cases",
                columns: new[] { "office_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_office_id_number",
                table: "cases",
                columns: new[] { "office_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_office_id_status_next_due_at_utc",
                table: "cases",
                columns: new[] { "office_id", "status", "next_due_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_one_next_stage",
                table: "cases",
                column: "previous_stage_id",
                unique: true,
                filter: "status <> 'Voided'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_search_pieces",
                table: "cases",
                column: "search_pieces")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_cases_station_id",
                table: "cases",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_wished_institution_id",
                table: "cases",
                column: "wished_institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_wished_membership_id",
                table: "cases",
                column: "wished_membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_collective_discussions_assignment_id",
                table: "collective_discussions",
                column: "assignment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_colour_lists_office_id_counts_from",
                table: "colour_lists",
                columns: new[] { "office_id", "counts_from" });

            migrationBuilder.CreateIndex(
                name: "ix_coloured_members_list_id_membership_id",
                table: "coloured_members",
                columns: new[] { "list_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coloured_members_membership_id",
                table: "coloured_members",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_case_id",
                table: "conduct_matters",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_decline_id",
                table: "conduct_matters",
                column: "decline_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_institution_id",
                table: "conduct_matters",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_membership_id",
                table: "conduct_matters",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_office_id_closed_at_utc_opened_at_utc",
                table: "conduct_matters",
                columns: new[] { "office_id", "closed_at_utc", "opened_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matters_one_finding",
                table: "conduct_matters",
                column: "assignment_id",
                unique: true,
                filter: "closed_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_consents_case_id_source_id_source",
                table: "conflict_consents",
                columns: new[] { "case_id", "source_id", "source" },
                unique: true,
                filter: "withdrawn_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_reports_decided_under_id",
                table: "conflict_reports",
                column: "decided_under_id");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_reports_membership_id",
                table: "conflict_reports",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_reports_one_waiting",
                table: "conflict_reports",
                column: "assignment_id",
                unique: true,
                filter: "status = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_rulings_case_id_source_id",
                table: "conflict_rulings",
                columns: new[] { "case_id", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_corps_members_one_time_at_once",
                table: "corps_members",
                columns: new[] { "office_id", "person_id" },
                unique: true,
                filter: "left_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_corps_members_person_id",
                table: "corps_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_corps_proposal_answers_office_id",
                table: "corps_proposal_answers",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_corps_proposal_answers_proposal_id",
                table: "corps_proposal_answers",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_corps_proposal_files_proposal_id",
                table: "corps_proposal_files",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_corps_proposals_membership_id_turn",
                table: "corps_proposals",
                columns: new[] { "membership_id", "turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_corps_proposals_office_id_proposed_at_utc",
                table: "corps_proposals",
                columns: new[] { "office_id", "proposed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_decline_evidence_decline_id",
                table: "decline_evidence",
                column: "decline_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discussion_attendees_discussion_id_officer_id",
                table: "discussion_attendees",
                columns: new[] { "discussion_id", "officer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entry_updates_office_id_status_proposed_at_utc",
                table: "entry_updates",
                columns: new[] { "office_id", "status", "proposed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_entry_updates_one_waiting",
                table: "entry_updates",
                column: "membership_id",
                unique: true,
                filter: "status = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_exam_questions_once",
                table: "exam_questions",
                columns: new[] { "office_id", "stem" },
                unique: true,
                filter: "retired_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_exam_results_membership_id_examined_on",
                table: "exam_results",
                columns: new[] { "membership_id", "examined_on" },
                unique: true,
                filter: "sitting_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_exam_results_sitting_id",
                table: "exam_results",
                column: "sitting_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exam_sittings_exam_id",
                table: "exam_sittings",
                column: "exam_id");

            migrationBuilder.CreateIndex(
                name: "ix_exam_sittings_membership_id_number",
                table: "exam_sittings",
                columns: new[] { "membership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exams_office_id_opens_at_utc",
                table: "exams",
                columns: new[] { "office_id", "opens_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_handler_suggestions_one_standing",
                table: "handler_suggestions",
                column: "membership_id",
                unique: true,
                filter: "withdrawn_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_letters_office_id_authority_letter_number",
                table: "incoming_letters",
                columns: new[] { "office_id", "authority", "letter_number" },
                unique: true,
                filter: "voided_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_letters_office_id_received_at_utc",
                table: "incoming_letters",
                columns: new[] { "office_id", "received_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_letters_office_id_register_number",
                table: "incoming_letters",
                columns: new[] { "office_id", "register_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_letters_search_pieces",
                table: "incoming_letters",
                column: "search_pieces")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_institutions_name",
                table: "institutions",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_institutions_search_pieces",
                table: "institutions",
                column: "search_pieces")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_issued_papers_assignment_id_kind",
                table: "issued_papers",
                columns: new[] { "assignment_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issued_papers_office_id_number",
                table: "issued_papers",
                columns: new[] { "office_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leave_requests_absence_id",
                table: "leave_requests",
                column: "absence_id");

            migrationBuilder.CreateIndex(
                name: "ix_leave_requests_membership_id",
                table: "leave_requests",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_leave_requests_office_id_status_asked_at_utc",
                table: "leave_requests",
                columns: new[] { "office_id", "status", "asked_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_licence_checks_office_id_checked_at_utc",
                table: "licence_checks",
                columns: new[] { "office_id", "checked_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_licence_findings_check_id_membership_id",
                table: "licence_findings",
                columns: new[] { "check_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_licence_findings_membership_id",
                table: "licence_findings",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_list_feedback_office_id_received_at_utc",
                table: "list_feedback",
                columns: new[] { "office_id", "received_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_list_publications_office_id_published_on",
                table: "list_publications",
                columns: new[] { "office_id", "published_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lottery_commitments_office_id_kind_number",
                table: "lottery_commitments",
                columns: new[] { "office_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lottery_draws_commitment_id",
                table: "lottery_draws",
                column: "commitment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lottery_draws_queue_id_first_position",
                table: "lottery_draws",
                columns: new[] { "queue_id", "first_position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_make_up_proofs_attendance_id_sent_at_utc",
                table: "make_up_proofs",
                columns: new[] { "attendance_id", "sent_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_kept_id",
                table: "member_merges",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_office_id_status_proposed_at_utc",
                table: "member_merges",
                columns: new[] { "office_id", "status", "proposed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_once",
                table: "member_merges",
                column: "merged_id",
                unique: true,
                filter: "status <> 'Rejected'");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_membership_id",
                table: "member_ties",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_name_shape",
                table: "member_ties",
                column: "name_shape");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_name_sound",
                table: "member_ties",
                column: "name_sound");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_office_id_kind",
                table: "member_ties",
                columns: new[] { "office_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_office_id_matter_number",
                table: "member_ties",
                columns: new[] { "office_id", "matter_number" },
                filter: "matter_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_other_party_shape",
                table: "member_ties",
                column: "other_party_shape");

            migrationBuilder.CreateIndex(
                name: "ix_member_ties_other_party_sound",
                table: "member_ties",
                column: "other_party_sound");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_institution_id",
                table: "memberships",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_mentor_id",
                table: "memberships",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_merged_into_id",
                table: "memberships",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_office_id_institution_id",
                table: "memberships",
                columns: new[] { "office_id", "institution_id" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_office_id_licence_number",
                table: "memberships",
                columns: new[] { "office_id", "licence_number" },
                unique: true,
                filter: "merged_into_id is null and licence_number <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_office_id_person_id",
                table: "memberships",
                columns: new[] { "office_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_office_id_roster_name",
                table: "memberships",
                columns: new[] { "office_id", "roster_name" },
                filter: "roster_name is not null");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_roster_name_shape",
                table: "memberships",
                column: "roster_name_shape");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_roster_name_sound",
                table: "memberships",
                column: "roster_name_sound");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_shown_name_id",
                table: "memberships",
                columns: new[] { "shown_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_sendings_due",
                table: "notice_sendings",
                column: "next_at_utc",
                filter: "status = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_notice_sendings_notice_id",
                table: "notice_sendings",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_sendings_office_id_status_next_at_utc",
                table: "notice_sendings",
                columns: new[] { "office_id", "status", "next_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_application_id",
                table: "notices",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_authority_id",
                table: "notices",
                column: "authority_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_clock_once",
                table: "notices",
                columns: new[] { "case_id", "kind", "due_at_utc", "officer_id", "institution_id" },
                unique: true,
                filter: "kind = 'NamingNearsEnd' or kind = 'ClockNearsEnd' or kind = 'StatutoryNearsEnd'")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_notices_institution_id",
                table: "notices",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_membership_id",
                table: "notices",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_office_id_institution_id_written_at_utc",
                table: "notices",
                columns: new[] { "office_id", "institution_id", "written_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_office_id_membership_id_written_at_utc",
                table: "notices",
                columns: new[] { "office_id", "membership_id", "written_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_office_id_officer_id_written_at_utc",
                table: "notices",
                columns: new[] { "office_id", "officer_id", "written_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_posting_id",
                table: "notices",
                column: "posting_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_round_id",
                table: "notices",
                column: "round_id",
                filter: "round_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_notices_to_route",
                table: "notices",
                columns: new[] { "office_id", "written_at_utc" },
                filter: "routed_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_officer_claims_user_id",
                table: "officer_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_logins_user_id",
                table: "officer_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "officers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_officers_office_id",
                table: "officers",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_officers_party_id",
                table: "officers",
                column: "party_id",
                unique: true,
                filter: "party_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_officers_station_id",
                table: "officers",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "officers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offices_code",
                table: "offices",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offices_parent_id",
                table: "offices",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_official_records_office_id_identity_index",
                table: "official_records",
                columns: new[] { "office_id", "identity_index" });

            migrationBuilder.CreateIndex(
                name: "ix_official_records_once",
                table: "official_records",
                columns: new[] { "office_id", "identity_index", "kind", "effective_on", "record_source" },
                unique: true,
                filter: "voided_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_requests_office_id_reference",
                table: "opinion_requests",
                columns: new[] { "office_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opinion_requests_one_open",
                table: "opinion_requests",
                columns: new[] { "application_id", "body" },
                unique: true,
                filter: "replaced_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_institution_id",
                table: "partnerships",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_office_id_institution_id",
                table: "partnerships",
                columns: new[] { "office_id", "institution_id" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_persons_identity_index",
                table: "persons",
                column: "identity_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_persons_name",
                table: "persons",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_persons_name_shape",
                table: "persons",
                column: "name_shape");

            migrationBuilder.CreateIndex(
                name: "ix_persons_name_sound",
                table: "persons",
                column: "name_sound");

            migrationBuilder.CreateIndex(
                name: "ix_persons_search_pieces",
                table: "persons",
                column: "search_pieces")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_planned_changes_institution_id",
                table: "planned_changes",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_changes_office_id_status_takes_effect_on",
                table: "planned_changes",
                columns: new[] { "office_id", "status", "takes_effect_on" });

            migrationBuilder.CreateIndex(
                name: "ix_planned_changes_one_pending",
                table: "planned_changes",
                columns: new[] { "membership_id", "kind" },
                unique: true,
                filter: "status = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_applicant_id",
                table: "pool_applications",
                column: "applicant_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_corps_member_id",
                table: "pool_applications",
                column: "corps_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_institution_id",
                table: "pool_applications",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_membership_id",
                table: "pool_applications",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_office_id_institution_id_status",
                table: "pool_applications",
                columns: new[] { "office_id", "institution_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_office_id_round_id_status",
                table: "pool_applications",
                columns: new[] { "office_id", "round_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_one_per_account",
                table: "pool_applications",
                columns: new[] { "round_id", "applicant_id" },
                unique: true,
                filter: "submitted_at_utc is null and status <> 'Withdrawn' and status <> 'Lapsed' and status <> 'Refused' and status <> 'RoundWithdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_pool_applications_one_per_person",
                table: "pool_applications",
                columns: new[] { "round_id", "identity_index" },
                unique: true,
                filter: "identity_index is not null and submitted_at_utc is not null and status <> 'Withdrawn' and status <> 'Lapsed' and status <> 'Refused' and status <> 'RoundWithdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_pool_exits_office_id_status_applied_at_utc",
                table: "pool_exits",
                columns: new[] { "office_id", "status", "applied_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_exits_one_waiting",
                table: "pool_exits",
                column: "membership_id",
                unique: true,
                filter: "status = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_pool_files_membership_id",
                table: "pool_files",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_files_subject_id",
                table: "pool_files",
                column: "subject_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pool_removals_membership_id",
                table: "pool_removals",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_pool_removals_office_id_identity_index",
                table: "pool_removals",
                columns: new[] { "office_id", "identity_index" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_standings_office_id_pool_membership_id",
                table: "pool_standings",
                columns: new[] { "office_id", "pool", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_standings_one_open",
                table: "pool_standings",
                columns: new[] { "membership_id", "pool" },
                unique: true,
                filter: "left_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_posting_bids_membership_id",
                table: "posting_bids",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_posting_bids_posting_id_membership_id",
                table: "posting_bids",
                columns: new[] { "posting_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_institution_id",
                table: "prior_matters",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_membership_id",
                table: "prior_matters",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_office_id_case_number",
                table: "prior_matters",
                columns: new[] { "office_id", "case_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_office_id_opponent",
                table: "prior_matters",
                columns: new[] { "office_id", "opponent" });

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_office_id_recipient",
                table: "prior_matters",
                columns: new[] { "office_id", "recipient" });

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_opponent_shape",
                table: "prior_matters",
                column: "opponent_shape");

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_opponent_sound",
                table: "prior_matters",
                column: "opponent_sound");

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_recipient_shape",
                table: "prior_matters",
                column: "recipient_shape");

            migrationBuilder.CreateIndex(
                name: "ix_prior_matters_recipient_sound",
                table: "prior_matters",
                column: "recipient_sound");

            migrationBuilder.CreateIndex(
                name: "ix_probations_companion_id",
                table: "probations",
                column: "companion_id");

            migrationBuilder.CreateIndex(
                name: "ix_probations_office_id_status_ends_on",
                table: "probations",
                columns: new[] { "office_id", "status", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_probations_one_running",
                table: "probations",
                column: "membership_id",
                unique: true,
                filter: "status = 'Running'");

            migrationBuilder.CreateIndex(
                name: "ix_quality_grades_membership_id_case_number_assessed_by_effect~",
                table: "quality_grades",
                columns: new[] { "membership_id", "case_number", "assessed_by", "effective_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_queue_entries_place_id",
                table: "queue_entries",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_queue_entries_queue_id_turn_place_id",
                table: "queue_entries",
                columns: new[] { "queue_id", "turn", "place_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_queue_places_institution_id",
                table: "queue_places",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_queue_places_membership_id",
                table: "queue_places",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_queue_places_queue_id_drawn_order",
                table: "queue_places",
                columns: new[] { "queue_id", "drawn_order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_queue_places_queue_id_institution_id",
                table: "queue_places",
                columns: new[] { "queue_id", "institution_id" },
                unique: true,
                filter: "closed_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_queue_places_queue_id_membership_id",
                table: "queue_places",
                columns: new[] { "queue_id", "membership_id" },
                unique: true,
                filter: "closed_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_receptions_assignment_id_kind",
                table: "receptions",
                columns: new[] { "assignment_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recipient_accesses_office_id_user_name",
                table: "recipient_accesses",
                columns: new[] { "office_id", "user_name" });

            migrationBuilder.CreateIndex(
                name: "ix_recipient_accesses_one_open",
                table: "recipient_accesses",
                column: "party_id",
                unique: true,
                filter: "spent_at_utc is null");

            migrationBuilder.CreateIndex(
                name: "ix_reconciliation_lines_upload_id",
                table: "reconciliation_lines",
                column: "upload_id");

            migrationBuilder.CreateIndex(
                name: "ix_recruitment_rounds_office_id_opens_at_utc",
                table: "recruitment_rounds",
                columns: new[] { "office_id", "opens_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_recusals_decided_under_id",
                table: "recusals",
                column: "decided_under_id");

            migrationBuilder.CreateIndex(
                name: "ix_recusals_office_id_status_declared_at_utc",
                table: "recusals",
                columns: new[] { "office_id", "status", "declared_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_recusals_officer_id",
                table: "recusals",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_recusals_one_standing",
                table: "recusals",
                columns: new[] { "case_id", "officer_id" },
                unique: true,
                filter: "status <> 'NotRecused'");

            migrationBuilder.CreateIndex(
                name: "ix_recusals_party_id",
                table: "recusals",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_registry_uploads_office_id_created_at_utc",
                table: "registry_uploads",
                columns: new[] { "office_id", "created_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_removal_papers_office_id_number",
                table: "removal_papers",
                columns: new[] { "office_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_removal_papers_proposal_id",
                table: "removal_papers",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposals_office_id_status_proposed_at_utc",
                table: "removal_proposals",
                columns: new[] { "office_id", "status", "proposed_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_removal_proposals_one_waiting",
                table: "removal_proposals",
                column: "membership_id",
                unique: true,
                filter: "status = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_renewal_rounds_one_open",
                table: "renewal_rounds",
                column: "office_id",
                unique: true,
                filter: "closed_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_renewals_corps_member_id",
                table: "renewals",
                column: "corps_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_renewals_membership_id",
                table: "renewals",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_renewals_round_id_corps_member_id",
                table: "renewals",
                columns: new[] { "round_id", "corps_member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_renewals_round_id_membership_id",
                table: "renewals",
                columns: new[] { "round_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_objections_application_id",
                table: "result_objections",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_result_objections_round_id_recorded_at_utc",
                table: "result_objections",
                columns: new[] { "round_id", "recorded_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_role_requests_office_id_status_asked_at_utc",
                table: "role_requests",
                columns: new[] { "office_id", "status", "asked_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_role_requests_one_waiting",
                table: "role_requests",
                column: "account_id",
                unique: true,
                filter: "status = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_rotation_queues_office_id_kind",
                table: "rotation_queues",
                columns: new[] { "office_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_extensions_round_id",
                table: "round_extensions",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_rows_seal_number",
                table: "sealed_rows",
                column: "seal_number");

            migrationBuilder.CreateIndex(
                name: "ix_seals_sealed_at_utc",
                table: "seals",
                column: "sealed_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_selection_minutes_application_id",
                table: "selection_minutes",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_selection_minutes_round_id_at_utc",
                table: "selection_minutes",
                columns: new[] { "round_id", "at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_shortage_notices_assignment_id",
                table: "shortage_notices",
                column: "assignment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shortage_notices_case_id",
                table: "shortage_notices",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_shortage_notices_office_id_raised_at_utc",
                table: "shortage_notices",
                columns: new[] { "office_id", "raised_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_stations_office_id_name",
                table: "stations",
                columns: new[] { "office_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_corps_member_id",
                table: "training_attendances",
                column: "corps_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_event_id_corps_member_id",
                table: "training_attendances",
                columns: new[] { "event_id", "corps_member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_event_id_membership_id",
                table: "training_attendances",
                columns: new[] { "event_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_event_id_officer_id",
                table: "training_attendances",
                columns: new[] { "event_id", "officer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_membership_id",
                table: "training_attendances",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_officer_id",
                table: "training_attendances",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_one_cadre_once",
                table: "training_attendances",
                columns: new[] { "event_id", "guest_name", "guest_unit" },
                unique: true,
                filter: "corps_member_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_training_events_office_id_starts_at_utc",
                table: "training_events",
                columns: new[] { "office_id", "starts_at_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_unknown_sign_ins_at_utc",
                table: "unknown_sign_ins",
                column: "at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_vetting_confirmations_application_id_criterion_at_utc",
                table: "vetting_confirmations",
                columns: new[] { "application_id", "criterion", "at_utc" });

            migrationBuilder.Sql(PartitionedTables.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PartitionedTables.Drop);

            migrationBuilder.DropTable(
                name: "activity_participations");

            migrationBuilder.DropTable(
                name: "admission_assessments");

            migrationBuilder.DropTable(
                name: "adviser_relations");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "application_papers");

            migrationBuilder.DropTable(
                name: "application_recusals");

            migrationBuilder.DropTable(
                name: "brought_forwards");

            migrationBuilder.DropTable(
                name: "career_lines");

            migrationBuilder.DropTable(
                name: "case_handlers");

            migrationBuilder.DropTable(
                name: "case_reservations");

            migrationBuilder.DropTable(
                name: "case_reviews");

            migrationBuilder.DropTable(
                name: "coloured_members");

            migrationBuilder.DropTable(
                name: "conduct_matters");

            migrationBuilder.DropTable(
                name: "conflict_consents");

            migrationBuilder.DropTable(
                name: "conflict_reports");

            migrationBuilder.DropTable(
                name: "conflict_rulings");

            migrationBuilder.DropTable(
                name: "contact_choices");

            migrationBuilder.DropTable(
                name: "corps_proposal_answers");

            migrationBuilder.DropTable(
                name: "corps_proposal_files");

            migrationBuilder.DropTable(
                name: "decline_evidence");

            migrationBuilder.DropTable(
                name: "deployment_facts");

            migrationBuilder.DropTable(
                name: "discussion_attendees");

            migrationBuilder.DropTable(
                name: "document_counters");

            migrationBuilder.DropTable(
                name: "entry_updates");

            migrationBuilder.DropTable(
                name: "exam_questions");

            migrationBuilder.DropTable(
                name: "exam_results");

            migrationBuilder.DropTable(
                name: "handler_suggestions");

            migrationBuilder.DropTable(
                name: "holidays");

            migrationBuilder.DropTable(
                name: "issued_papers");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "leave_requests");

            migrationBuilder.DropTable(
                name: "licence_findings");

            migrationBuilder.DropTable(
                name: "list_feedback");

            migrationBuilder.DropTable(
                name: "list_publications");

            migrationBuilder.DropTable(
                name: "lottery_draws");

            migrationBuilder.DropTable(
                name: "make_up_proofs");

            migrationBuilder.DropTable(
                name: "member_merges");

            migrationBuilder.DropTable(
                name: "member_ties");

            migrationBuilder.DropTable(
                name: "notice_readings");

            migrationBuilder.DropTable(
                name: "notice_sendings");

            migrationBuilder.DropTable(
                name: "office_quiet_hours");

            migrationBuilder.DropTable(
                name: "officer_claims");

            migrationBuilder.DropTable(
                name: "officer_logins");

            migrationBuilder.DropTable(
                name: "officer_tokens");

            migrationBuilder.DropTable(
                name: "official_records");

            migrationBuilder.DropTable(
                name: "opinion_requests");

            migrationBuilder.DropTable(
                name: "partnerships");

            migrationBuilder.DropTable(
                name: "planned_changes");

            migrationBuilder.DropTable(
                name: "pool_exits");

            migrationBuilder.DropTable(
                name: "pool_files");

            migrationBuilder.DropTable(
                name: "pool_removals");

            migrationBuilder.DropTable(
                name: "pool_standings");

            migrationBuilder.DropTable(
                name: "posting_bids");

            migrationBuilder.DropTable(
                name: "prior_matters");

            migrationBuilder.DropTable(
                name: "probations");

            migrationBuilder.DropTable(
                name: "quality_grades");

            migrationBuilder.DropTable(
                name: "queue_entries");

            migrationBuilder.DropTable(
                name: "receptions");

            migrationBuilder.DropTable(
                name: "recipient_accesses");

            migrationBuilder.DropTable(
                name: "reconciliation_lines");

            migrationBuilder.DropTable(
                name: "recusals");

            migrationBuilder.DropTable(
                name: "removal_papers");

            migrationBuilder.DropTable(
                name: "renewals");

            migrationBuilder.DropTable(
                name: "request_keys");

            migrationBuilder.DropTable(
                name: "result_objections");

            migrationBuilder.DropTable(
                name: "role_requests");

            migrationBuilder.DropTable(
                name: "round_extensions");

            migrationBuilder.DropTable(
                name: "sealed_rows");

            migrationBuilder.DropTable(
                name: "selection_minutes");

            migrationBuilder.DropTable(
                name: "shortage_notices");

            migrationBuilder.DropTable(
                name: "sign_in_keys");

            migrationBuilder.DropTable(
                name: "unknown_sign_ins");

            migrationBuilder.DropTable(
                name: "vetting_confirmations");

            migrationBuilder.DropTable(
                name: "colour_lists");

            migrationBuilder.DropTable(
                name: "corps_proposals");

            migrationBuilder.DropTable(
                name: "assignment_declines");

            migrationBuilder.DropTable(
                name: "collective_discussions");

            migrationBuilder.DropTable(
                name: "exam_sittings");

            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "licence_checks");

            migrationBuilder.DropTable(
                name: "lottery_commitments");

            migrationBuilder.DropTable(
                name: "training_attendances");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "queue_places");

            migrationBuilder.DropTable(
                name: "registry_uploads");

            migrationBuilder.DropTable(
                name: "case_parties");

            migrationBuilder.DropTable(
                name: "removal_proposals");

            migrationBuilder.DropTable(
                name: "renewal_rounds");

            migrationBuilder.DropTable(
                name: "seals");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "exams");

            migrationBuilder.DropTable(
                name: "training_events");

            migrationBuilder.DropTable(
                name: "case_postings");

            migrationBuilder.DropTable(
                name: "pool_applications");

            migrationBuilder.DropTable(
                name: "rotation_queues");

            migrationBuilder.DropTable(
                name: "acting_authorities");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "corps_members");

            migrationBuilder.DropTable(
                name: "recruitment_rounds");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "incoming_letters");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "stations");

            migrationBuilder.DropTable(
                name: "institutions");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "offices");
        }
    }
}
