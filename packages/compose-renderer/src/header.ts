/** How every file begins: YAML, shell, Python and environment files have the same comments. */
export const header =
  "# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.\n";
