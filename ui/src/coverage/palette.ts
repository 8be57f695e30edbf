// What the palette offers of coverage and of reports. Loaded once, with the list of rooms.
import ChartColumn from "@lucide/svelte/icons/chart-column";
import Newspaper from "@lucide/svelte/icons/newspaper";
import Plus from "@lucide/svelte/icons/plus";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "coverage-new",
  titleKey: "coverage-new",
  aliases: ["kliping", "guntingan", "tautan berita", "bukti tayang", "clipping", "coverage"],
  icon: Plus,
  run: () => {
    navigate("/coverage", { query: { new: 1 } });
  },
});
registerAction({
  id: "quality-report",
  titleKey: "quality-title",
  aliases: ["laporan", "waktu jawab", "tenggat", "report", "response time"],
  icon: ChartColumn,
  run: () => {
    navigate("/reports");
  },
});

registerRecords({
  id: "coverage",
  titleKey: "nav-coverage",
  find: async (text) => {
    const page = await call("coverage_list", { search: text, limit: 6 });
    return page.rows.map((row) => ({
      id: `coverage-${row.coverage.id}`,
      title: row.coverage.title,
      hint: [row.outlet, t(`coverage-kind-${row.coverage.kind}`)].filter(Boolean).join(" · "),
      icon: Newspaper,
      run: () => {
        navigate(`/coverage/${row.coverage.id}`);
      },
    }));
  },
});
