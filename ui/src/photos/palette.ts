// What the palette offers of photos. Loaded once, with the list of rooms.
import ImagePlus from "@lucide/svelte/icons/image-plus";
import Images from "@lucide/svelte/icons/images";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "photo-add",
  titleKey: "palette-photo-add",
  aliases: ["foto baru", "unggah foto", "video", "upload photos", "photo archive"],
  icon: ImagePlus,
  run: () => {
    navigate("/photos", { query: { new: 1 } });
  },
});

registerRecords({
  id: "photos",
  titleKey: "nav-photos",
  find: async (text) => {
    const page = await call("photo_list", { search: text, limit: 6 });
    return page.rows.map((photo) => ({
      id: `photo-${photo.id}`,
      title: photo.caption || photo.file_name,
      hint: photo.credit || t(`photo-consent-${photo.consent}`),
      icon: Images,
      run: () => {
        navigate(`/photos/${photo.id}`);
      },
    }));
  },
});
