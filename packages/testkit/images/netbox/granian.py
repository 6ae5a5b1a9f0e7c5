"""NetBox's WSGI application for Granian, told of the client by a proxy on a private network."""

from granian.utils.proxies import wrap_wsgi_with_proxy_headers
from netbox.wsgi import application as netbox_application

PRIVATE_NETWORKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"]

application = wrap_wsgi_with_proxy_headers(netbox_application, trusted_hosts=PRIVATE_NETWORKS)
